package com.optiply.picqer.demo;

import com.optiply.picqer.sandbox.server.LoggedRequest;
import java.util.List;

/**
 * The create whose answer was cut off after Optiply had carried it out.
 *
 * @param requests what was asked of Optiply for this record, the lost create among it
 * @param records how many Optiply records came of it
 */
record LostAnswer(String idproduct, List<LoggedRequest> requests, int records) {}
