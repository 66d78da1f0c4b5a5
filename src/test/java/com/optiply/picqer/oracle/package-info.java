/**
 * What must be in Optiply, said once more from mapping.md alone and from nothing of the program: documents of the
 * Picqer shop in, a verdict for every record out, and whatever the Optiply account has otherwise as a sentence.
 */
package com.optiply.picqer.oracle;
