package com.optiply.picqer.store;

import org.jdbi.v3.core.Handle;

/**
 * Gives numbers that rise, in the same way on every database. Whoever takes one makes the others wait until its
 * transaction ends, so numbers become visible in their order and none is left out.
 */
final class Counter {
    private Counter() {}

    static long last(Handle handle, String name) {
        return handle.createQuery("select value from counter where name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    static long next(Handle handle, String name) {
        return handle.createQuery(
                        """
                        insert into counter (name, value) values (:name, 1)
                        on conflict (name) do update set value = counter.value + 1
                        returning value
                        """)
                .bind("name", name)
                .mapTo(Long.class)
                .one();
    }
}
