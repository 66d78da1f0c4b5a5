package com.optiply.picqer.sync.run;

/** Who has to do something about a run that broke off. */
public enum Blame {
    /** A file, a setting, a credential or the state has to be put right, or a person has to say that it is right. */
    CONFIGURATION,
    /** Picqer or Optiply does not answer as it should, or what it lists is not believed: the next run may be fine. */
    REMOTE,
    /** This program, or whoever stopped it. */
    PROGRAM
}
