package com.optiply.picqer.service;

/** Whether this process serves health and metrics: a service does, a command beside it must not take its port. */
enum Management {
    ON,
    OFF
}
