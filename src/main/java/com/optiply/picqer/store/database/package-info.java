/** SQLite and PostgreSQL: connections, transactions, migrations, and what each of the two has of its own. */
@NullMarked
package com.optiply.picqer.store.database;

import org.jspecify.annotations.NullMarked;
