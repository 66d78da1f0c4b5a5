package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;

/** How a source record looked when everything that belongs to it was last seen through. */
public record Mark(CustomerName customer, Kind kind, RemoteId remoteId, String value) {}
