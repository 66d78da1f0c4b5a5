/** The state in SQL: one schema and one set of statements for SQLite and PostgreSQL. */
@NullMarked
package com.optiply.picqer.store;

import org.jspecify.annotations.NullMarked;
