package com.optiply.picqer.sandbox.optiply;

/** The four parts of the password grant. The same username on several accounts is one user who sees them all. */
public record ApiCredentials(String clientId, String clientSecret, String username, String password) {

    /** Leaves the secrets out: a sandbox may be handed real ones by mistake. */
    @Override
    public String toString() {
        return "ApiCredentials[clientId=" + clientId + ", username=" + username + "]";
    }
}
