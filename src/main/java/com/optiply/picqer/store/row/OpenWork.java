package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;

/**
 * What is open of a customer that the state knows.
 *
 * @param lists dropped files that are not answered yet
 * @param held changes that a person has to approve, or has
 * @param requests what commands asked for and nobody has carried out
 * @param orders on their way to Picqer
 */
public record OpenWork(CustomerName customer, long lists, long held, long requests, long orders) {}
