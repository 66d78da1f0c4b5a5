/**
 * Tables that people drop as files: how a CSV or Excel file is read row by row, whatever program wrote it, and how an
 * answer is written in the same form. Knows nothing of what the rows mean.
 */
@NullMarked
package com.optiply.picqer.filedrop;

import org.jspecify.annotations.NullMarked;
