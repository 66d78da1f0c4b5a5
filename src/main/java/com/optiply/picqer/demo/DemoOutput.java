package com.optiply.picqer.demo;

import com.optiply.picqer.flow.run.RunListener;
import java.util.List;

/** Tells what happens in the demo as it happens. */
public interface DemoOutput {
    /** Is told how each run gets on. */
    RunListener progress();

    /** Both accounts are open, and the customer file has passed its check. */
    void opened(SandboxCustomer customer, String customerFile);

    void begins(Act act);

    void played(PlayedAct act);

    /** What became of the answer that was lost on purpose. */
    void lostAnswer(LostAnswer lost);

    void cases(List<CaseOutcome> outcomes);

    void edited(List<ShopEdit> edits);

    /** The end: all runs with their differences. */
    void finished(List<PlayedAct> acts);
}
