package com.optiply.picqer.cli;

import com.optiply.picqer.customer.check.CheckedFiles;

/** Customer files that are not right: the message is every problem with its place, ready to be shown. */
final class CustomerFilesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CustomerFilesException(CheckedFiles checked) {
        super(checked.text(Typed.program()).stripTrailing());
    }
}
