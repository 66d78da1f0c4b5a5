package com.optiply.picqer.flow.begin;

import java.util.List;

/**
 * What an account that answered says of what the customer's file has about it.
 *
 * @param right what is as the file says, in sentences
 * @param doubts what a run would take, and a person should look at, in sentences
 */
public record Connected(List<String> right, List<String> doubts) {
    public Connected {
        right = List.copyOf(right);
        doubts = List.copyOf(doubts);
    }
}
