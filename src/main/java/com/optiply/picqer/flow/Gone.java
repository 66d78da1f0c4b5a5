package com.optiply.picqer.flow;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import java.util.List;
import java.util.Optional;

/** How an account says that a record of a number that was right once is there no more. */
final class Gone {
    static final Integer[] STATUSES = {404, 410};

    private Gone() {}

    static boolean says(int status) {
        return List.of(STATUSES).contains(status);
    }

    /** The record that was asked for by its id. Where there is none, and nobody said that it is gone, nobody knows. */
    static Optional<OptiplyRecord> shown(OptiplyAnswer answer, OptiplyId asked) {
        return Optional.ofNullable(answer.body())
                .filter(body -> !says(answer.status()))
                .flatMap(body -> OptiplyRecord.read(body.path("data")))
                .filter(record -> record.id().equals(asked));
    }
}
