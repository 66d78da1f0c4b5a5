package com.optiply.picqer.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.demo.SandboxCustomer;
import com.optiply.picqer.sandbox.Sandbox;

/** What the sandbox says when it is ready. */
final class SandboxNotice {
    private static final String KEY_VARIABLE = "DEMO_PICQER_KEY";
    private static final String OPTIPLY_VARIABLE = "DEMO_OPTIPLY";

    private SandboxNotice() {}

    /** One line, whose end says that requests are answered from now on. */
    static String json(SandboxCustomer customer) {
        Sandbox sandbox = customer.sandbox();
        ObjectNode notice = JsonMapper.builder().build().createObjectNode();
        notice.put("port", sandbox.adminUri().getPort());
        notice.putObject("picqer")
                .put("baseUrl", sandbox.picqerUri(SandboxCustomer.NAME).toString())
                .put("apiKey", SandboxCustomer.PICQER_KEY);
        notice.putObject("optiply")
                .put("baseUrl", sandbox.optiplyUri().toString())
                .put("tokenUrl", sandbox.optiplyTokenUri().toString())
                .put("account", SandboxCustomer.ACCOUNT)
                .put("coupling", SandboxCustomer.COUPLING)
                .put("clientId", SandboxCustomer.CLIENT_ID)
                .put("clientSecret", SandboxCustomer.CLIENT_SECRET)
                .put("username", SandboxCustomer.USERNAME)
                .put("password", SandboxCustomer.PASSWORD);
        notice.put("admin", sandbox.adminUri().toString());
        return notice + System.lineSeparator();
    }

    static String words(SandboxCustomer customer) {
        Sandbox sandbox = customer.sandbox();
        return """
                The sandbox is ready. Picqer and Optiply are simulated; nothing leaves this machine.

                  Picqer    %s   key %s
                  Optiply   %s   account %d, coupling %d
                  Token     %s
                  Admin     %s   (log, faults, users at work: GET /log, POST /faults, POST /actions)

                To try it, in another terminal: write this file, routes/customers/%s.yaml

                %s
                set the credentials, and run it:

                export %s='%s'
                export %s='%s'
                %s check routes/customers/%s.yaml
                %s run %s

                Ctrl-C ends the sandbox and forgets everything in it.
                """
                .formatted(
                        sandbox.picqerUri(SandboxCustomer.NAME),
                        SandboxCustomer.PICQER_KEY,
                        sandbox.optiplyUri(),
                        SandboxCustomer.ACCOUNT,
                        SandboxCustomer.COUPLING,
                        sandbox.optiplyTokenUri(),
                        sandbox.adminUri(),
                        SandboxCustomer.NAME,
                        customer.customerFile("{{env:" + KEY_VARIABLE + "}}", "{{env:" + OPTIPLY_VARIABLE + "}}"),
                        KEY_VARIABLE,
                        SandboxCustomer.PICQER_KEY,
                        OPTIPLY_VARIABLE,
                        SandboxCustomer.optiplyCredentials(),
                        Typed.program(),
                        SandboxCustomer.NAME,
                        Typed.program(),
                        SandboxCustomer.NAME);
    }
}
