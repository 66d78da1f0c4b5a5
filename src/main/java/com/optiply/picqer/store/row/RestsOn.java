package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Occasion;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;

/**
 * A record whose decision rests on another one.
 *
 * @param onKind of the other record
 * @param onId of the other record
 * @param occasion what has to become of the other record for this one to be decided again
 */
public record RestsOn(
        CustomerName customer, Kind kind, RemoteId remoteId, Kind onKind, RemoteId onId, Occasion occasion) {}
