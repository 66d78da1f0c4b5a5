package com.optiply.picqer.bench;

/** What a figure should come to. */
public sealed interface Target {
    boolean isMetBy(double measured);

    /** The bound itself. */
    double bound();

    /** How the bound is written in front of it. */
    String sign();

    record AtLeast(double bound) implements Target {
        @Override
        public boolean isMetBy(double measured) {
            return measured >= bound;
        }

        @Override
        public String sign() {
            return ">=";
        }
    }

    record AtMost(double bound) implements Target {
        @Override
        public boolean isMetBy(double measured) {
            return measured <= bound;
        }

        @Override
        public String sign() {
            return "<=";
        }
    }
}
