package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.MissingAccount;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The user behind a request, narrowed to what its query parameters name.
 *
 * @param accounts those that the request may touch
 * @param couplingId as given, not yet looked up
 */
record Caller(List<Account> accounts, boolean namesAccount, OptionalLong couplingId) {

    static Caller of(SimulatedRequest request, List<Account> seen) {
        OptionalLong accountId = number(request, "accountId");
        OptionalLong couplingId = number(request, "couplingId");
        if (accountId.isEmpty()) {
            return new Caller(seen, false, couplingId);
        }
        return new Caller(named(accountId.getAsLong(), seen), true, couplingId);
    }

    /** Some clients name the account of a buy order in its attributes; that counts as well. */
    Caller inAccount(long accountId) {
        return namesAccount ? this : new Caller(named(accountId, accounts), true, couplingId);
    }

    Account accountToCreateIn(OptiplySwitches switches) {
        boolean decided = namesAccount || switches.missingAccount() == MissingAccount.ACCEPT_SINGLE;
        if (!decided || accounts.size() != 1) {
            throw ApiException.badRequest("accountId is required");
        }
        return accounts.get(0);
    }

    Author author(Account account) {
        if (couplingId.isEmpty()) {
            return Author.client(Optional.empty());
        }
        long id = couplingId.getAsLong();
        return Author.client(Optional.of(account.coupling(id)
                .orElseThrow(() -> ApiException.badRequest("couplingId " + id + " does not belong to this account"))));
    }

    private static List<Account> named(long accountId, List<Account> seen) {
        List<Account> named =
                seen.stream().filter(account -> account.id().equals(accountId)).toList();
        if (named.isEmpty()) {
            throw new OAuthException(403, "access_denied", "Access is denied");
        }
        return named;
    }

    private static OptionalLong number(SimulatedRequest request, String parameter) {
        List<String> values = request.query().getOrDefault(parameter, List.of());
        return values.isEmpty() ? OptionalLong.empty() : OptionalLong.of(RestApi.id(parameter, values.get(0)));
    }
}
