package com.optiply.picqer.bench;

import java.util.List;

/** What a case came to. */
public record Result(BenchCase benchCase, List<Figure> figures) {
    public Result {
        figures = List.copyOf(figures);
    }
}
