package com.optiply.picqer.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Blame;
import java.net.SocketException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Who has to do something about a run that broke off, and whether its message says all there is to say. */
class ProblemTest {
    private static final RuntimeException OTHER_SHOP =
            new OtherShopException("Of 20 products 20 are gone.", new CustomerName("acme"), new RunId(7));
    private static final RuntimeException DOUBTED = new DoubtedAnswersException(List.of("Optiply lacks 9 of 10."));

    @Test
    void anotherShopIsForTheCustomersFile() {
        assertThat(Problem.blame(OTHER_SHOP)).isEqualTo(Blame.CONFIGURATION);
        assertThat(Problem.blame(new SettingRefusedException("No such warehouse.")))
                .isEqualTo(Blame.CONFIGURATION);
    }

    @Test
    void aListThatCannotBeBelievedIsTheAccounts() {
        assertThat(Problem.blame(DOUBTED)).isEqualTo(Blame.REMOTE);
    }

    @Test
    void whatStopsARunOrIsAFaultIsThePrograms() {
        assertThat(Problem.blame(new RunStoppedException())).isEqualTo(Blame.PROGRAM);
        assertThat(Problem.blame(new IllegalStateException("the route lost orders")))
                .isEqualTo(Blame.PROGRAM);
    }

    @Test
    void onlyAFaultOfTheProgramIsUnforeseen() {
        assertThat(List.of(OTHER_SHOP, DOUBTED, new RunStoppedException())).allMatch(Problem::isForeseen);
        assertThat(Problem.isForeseen(new IllegalStateException("the route lost orders")))
                .isFalse();
    }

    /** The connection is closed under a door that Camel, being told to stop, does not ask any more. */
    @Test
    void whatIsCutOffByTheStopOfTheProgramIsTheStop() throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.start();
        Exchange exchange = new DefaultExchange(camel);
        exchange.setException(new SocketException("Socket closed"));

        assertThat(Problem.cause(exchange)).isInstanceOf(SocketException.class);
        camel.stop();
        assertThat(Problem.cause(exchange)).isInstanceOf(RunStoppedException.class);
    }
}
