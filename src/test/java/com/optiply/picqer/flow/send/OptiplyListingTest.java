package com.optiply.picqer.flow.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.door.Query.Parameter;
import com.optiply.picqer.flow.run.DoubtedAnswersException;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplySellOrder;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of each page it is said how many records it had and, where Optiply told it, how many there are. */
class OptiplyListingTest {
    private static final Run RUN =
            new Run(new RunId(1), "products", List.of(Kind.PRODUCTS), Acme.withoutCoupling(), Instant.EPOCH);

    private final OptiplyListing listing = OptiplyListing.of(RUN, Kind.PRODUCTS);

    @Test
    void asksForOnePageAfterTheOtherByAscendingId() {
        assertThat(asked(listing.request()))
                .isEqualTo("/products filter[accountId]=1380 sort=id page[limit]=100 page[offset]=0");
        assertThat(listing.isUnread()).isTrue();

        take(100, 150);

        assertThat(asked(listing.request())).endsWith(" page[offset]=100");
        assertThat(listing.isUnread()).isFalse();
    }

    @Test
    void isRestrictedByAFilterWithoutBecomingOne() {
        OptiplyListing open = listing.where("supplierId", 7).where("completed", "null");

        assertThat(asked(open.request()))
                .isEqualTo("/products filter[accountId]=1380 filter[supplierId]=7 filter[completed]=null"
                        + " sort=id page[limit]=100 page[offset]=0");
        assertThat(asked(listing.request())).doesNotContain("supplierId");
    }

    @Test
    void looksUpAKeyAsAFilterHasIt() {
        NaturalKey key = NaturalKey.of(OptiplySellOrder.PLACED, "2026-01-08T14:03:22Z");

        assertThat(asked(OptiplyListing.withKey(RUN.of(Kind.SELL_ORDERS), key, "-id")))
                .isEqualTo("/sellOrders filter[accountId]=1380 filter[placed]=2026-01-08T14:03:22+00:00"
                        + " sort=-id page[limit]=100");
    }

    @Test
    void isBelievedWhereItIsAsLongAsOptiplySays() {
        take(100, 150);
        assertThat(listing.hasEnded()).isFalse();
        assertThat(listing.pages()).isEqualTo(2);
        assertThat(listing.isDoubtful()).isFalse();

        take(50, 150);

        requireBelieved();
    }

    @Test
    void isBelievedWhereItsLastPageIsEmpty() {
        take(100, 100);
        take(0, 100);

        requireBelieved();
    }

    @Test
    void isBelievedWhereItGrows() {
        take(100, 150);
        take(51, 151);

        requireBelieved();
    }

    /** The first record was deleted, and the 101st is where nobody looks any more. */
    @Test
    void isDoubtfulWhereItShrinksThoughNoneSeemsToBeMissing() {
        take(100, 101);
        take(0, 100);

        assertThat(listing.isDoubtful()).isTrue();
        assertThat(listing.isShort()).isFalse();
        assertThat(listing.isEndless()).isFalse();
    }

    @Test
    void isDoubtfulAtOnceWhereItShrinksBeforeItsEnd() {
        take(100, 300);
        take(100, 299);

        assertThat(listing.isDoubtful()).isTrue();
    }

    /** As far as records can have moved up: from a list that people delete from, whoever reads it comes to its end. */
    @Test
    void goesBackByThePagesThatMayHaveMovedUp() {
        take(100, 400);
        take(100, 400);
        take(100, 299);

        listing.goBack();

        assertThat(asked(listing.request())).endsWith(" page[offset]=100");
        assertThat(listing.isDoubtful()).isFalse();
        take(100, 299);
        take(99, 299);
        requireBelieved();
    }

    @Test
    void goesBackToWholePagesWhereItHadEnded() {
        take(100, 150);
        take(49, 149);

        listing.goBack();

        assertThat(asked(listing.request())).endsWith(" page[offset]=0");
        assertThat(listing.hasEnded()).isFalse();
    }

    @Test
    void isShortWhereItEndsBeforeAllThatThereIs() {
        take(100, 150);
        assertThat(listing.isShort()).isFalse();

        take(49, 150);

        assertThat(listing.isShort()).isTrue();
        assertThat(listing.isDoubtful()).isTrue();
    }

    @Test
    void isBelievedWithoutATotalWhereOnePageIsAllOfIt() {
        listing.take(page(99, ""));

        requireBelieved();
        assertThat(listing.pages()).isZero();
    }

    @Test
    void isDoubtfulWithoutATotalFromItsSecondPageOn() {
        listing.take(page(100, ""));
        assertThat(listing.isDoubtful()).isFalse();

        listing.take(page(1, ""));

        assertThat(listing.isDoubtful()).isTrue();
    }

    @Test
    void isEndlessWhereTheOffsetIsIgnored() {
        take(100, 150);
        listing.requireEnd();

        take(100, 150);

        assertThat(listing.isDoubtful()).isTrue();
        assertThat(listing.isEndless()).isTrue();
        assertThatThrownBy(listing::requireEnd)
                .isInstanceOf(DoubtedAnswersException.class)
                .hasMessage("Optiply's list of products goes on after all that Optiply says there is."
                        + " The next run tries again.");
    }

    @Test
    void beginsWithItsFirstPageAgainAsIfNothingHadBeenRead() {
        take(100, 101);
        take(0, 100);

        listing.again();

        assertThat(listing.isUnread()).isTrue();
        assertThat(asked(listing.request())).endsWith(" page[offset]=0");
        assertThat(listing.isDoubtful()).isFalse();
        take(100, 100);
        take(0, 100);
        requireBelieved();
    }

    @Test
    void isGivenUpAfterTheFifthReading() {
        for (int reading = 1; reading < 5; reading++) {
            take(1, 2);
            listing.again();
        }
        take(1, 2);

        assertThatThrownBy(listing::again)
                .isInstanceOf(DoubtedAnswersException.class)
                .hasMessage("Optiply's list of products got shorter, or was not as long as Optiply says it is, each of"
                        + " 5 times that it was read. The next run tries again.");
    }

    private void requireBelieved() {
        assertThat(listing.hasEnded()).isTrue();
        assertThat(listing.isShort()).isFalse();
        assertThat(listing.isDoubtful()).isFalse();
        assertThat(listing.isEndless()).isFalse();
    }

    private void take(int records, long total) {
        assertThat(listing.take(page(records, "\"totalResourceCount\":" + total)))
                .hasSize(records);
    }

    private static OptiplyAnswer page(int records, String meta) {
        String data = IntStream.rangeClosed(1, records)
                .mapToObj(id -> "{\"id\":\"" + id + "\",\"attributes\":{}}")
                .collect(Collectors.joining(","));
        return new OptiplyAnswer(200, DoorSamples.read("{\"data\":[" + data + "],\"meta\":{" + meta + "}}"));
    }

    private static String asked(OptiplyRequest request) {
        Query query = request.query();
        return query.parameters().stream()
                .map((Parameter one) -> one.name() + "=" + one.value())
                .collect(Collectors.joining(" ", request.path() + " ", ""));
    }
}
