package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptiplyListsTest {
    private final Client client = Client.loggedIn();

    @Test
    void wrapsAListInLinksAndATotal() {
        long id = client.product();

        Client.Answer answer = client.get("/v1/products?filter[skuCode]=Kettle");

        assertThat(answer.headers()).containsEntry("Content-Type", "application/vnd.api+json");
        assertThat(answer.json().at("/data/0/id").isTextual()).isTrue();
        assertThat(answer.json()
                        .at("/data/0/relationships/supplierProducts/links/self")
                        .asText())
                .isEqualTo("https://api.optiply.com/v1/products/" + id + "/relationships/supplierProducts");
        assertThat(answer.text())
                .endsWith(",\"links\":{\"self\":\"https://api.optiply.com/v1/products/" + id + "\"}}],"
                        + "\"links\":{\"first\":\"https://api.optiply.com/v1/products"
                        + "?filter[skuCode]=Kettle&page[limit]=50\","
                        + "\"last\":\"https://api.optiply.com/v1/products?filter[skuCode]=Kettle&page[limit]=50\"},"
                        + "\"meta\":{\"totalResourceCount\":1}}");
    }

    @Test
    void answersFiftyRecordsUnlessAskedForMore() {
        products(101);

        assertThat(client.get("/v1/products").ids()).hasSize(50);
        assertThat(client.get("/v1/products?page[limit]=100").ids()).hasSize(100);
        assertThat(client.get("/v1/products")
                        .json()
                        .at("/meta/totalResourceCount")
                        .asInt())
                .isEqualTo(101);
    }

    @Test
    void walksEveryPageOverTheNextLink() {
        List<Long> created = products(7);

        List<Long> walked = new ArrayList<>();
        String target = "/v1/products?filter[createdAt][GE]=2026-03-02T00:00:00%2B00:00&page[limit]=3&sort=-id";
        int pages = 0;
        while (!target.isEmpty()) {
            Client.Answer page = client.get(target);
            walked.addAll(page.ids());
            target = page.json().at("/links/next").asText().replace("https://api.optiply.com", "");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(walked).containsExactlyElementsOf(reversed(created));
    }

    @Test
    void linksBackFromALaterPage() {
        products(5);

        assertThat(client.get("/v1/products?page[limit]=2&page[offset]=2")
                        .json()
                        .path("links"))
                .isEqualTo(Client.object("{'first':'https://api.optiply.com/v1/products?page[limit]=2',"
                        + "'last':'https://api.optiply.com/v1/products?page[limit]=2&page[offset]=4',"
                        + "'prev':'https://api.optiply.com/v1/products?page[limit]=2',"
                        + "'next':'https://api.optiply.com/v1/products?page[limit]=2&page[offset]=4'}"));
    }

    @Test
    void answersAnEmptyPagePastTheEnd() {
        products(1);

        Client.Answer answer = client.get("/v1/products?page[limit]=100&page[offset]=2147483600");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.ids()).isEmpty();
        assertThat(answer.json().at("/links/next").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "page[limit]=500, limit value 500 is larger than the maximum allowed of 100",
        "page[offset]=30, offset 30 is not a multiple of limit 50",
        "page[limit]=0, limit value 0 is too small",
        "page[limit]=-1, cannot read the value of page[limit]",
        "page[limit]=many, cannot read the value of page[limit]",
        "filter[createdAt][GT]=yesterday, cannot read the value of filter[createdAt][GT]",
    })
    void refusesABadPageOrValue(String query, String detail) {
        Client.Answer answer = client.get("/v1/products?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/title").asText()).isEqualTo("Request parameters error");
        assertThat(answer.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter[colour]",
                "filter[name][IS]",
                "filter[remoteIdMap]",
                "filter[remoteId]",
                "filter[orderLines]",
                "include",
                "fields[products]",
                "page[size]",
                "filter[purchaseInQuantitiesOf]"
            })
    void refusesAParameterItDoesNotKnow(String parameter) {
        Client.Answer answer = client.get("/v1/products?" + parameter + "=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(answer.json().at("/errors/0/source/parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void refusesToSortByWhatItDoesNotKnow() {
        assertThat(client.get("/v1/products?sort=colour")
                        .json()
                        .at("/errors/0/source/parameter")
                        .asText())
                .isEqualTo("sort");
    }

    @ParameterizedTest
    @CsvSource({
        "filter[stockLevel]=10, 1",
        "filter[stockLevel][EQ]=10, 1",
        "filter[stockLevel][NEQ]=10, 2",
        "filter[stockLevel][LT]=10, 2",
        "filter[stockLevel][LE]=10, 3",
        "filter[stockLevel][GT]=9, 1",
        "filter[stockLevel][ge]=9, 2",
        "filter[price]=2.5, 1",
        "filter[price][GT]=2.49, 2",
        "filter[price]=null, 1",
        "filter[price][NEQ]=null, 2",
        "filter[name][LIKE]=ETT, 1",
        "filter[name][LIKE]=k%25l%25, 1",
        "filter[name][LIKE]=k.l, 0",
        "filter[assembled]=TRUE, 1",
        "filter[status]=ENABLED, 2",
        "filter[status]=disabled, 1",
        "filter[createdAtRemote][LT]=2026-01-01T01:00:00%2B01:00, 0",
        "filter[createdAtRemote][LE]=2026-01-01T01:00:00%2B01:00, 1",
        "filter[skuCode]=B&filter[stockLevel]=9, 1",
        "filter[skuCode]=B&filter[stockLevel]=10, 0",
        "filter[stockLevel][GT]=8&filter[stockLevel][LT]=10, 1",
        "filter[accountId]=1380, 3",
        "filter[accountId]=1, 0",
    })
    void comparesEveryTypeByItsOwnRules(String query, int hits) {
        post("{'name':'Kettle','skuCode':'A','stockLevel':10,'unlimitedStock':false,'price':'2.50'}");
        post("{'name':'Bowl','skuCode':'B','stockLevel':9,'unlimitedStock':false,'price':12,'assembled':true}");
        post("{'name':'Cup','skuCode':'B','stockLevel':-1,'unlimitedStock':false,'status':'disabled',"
                + "'createdAtRemote':'2026-01-01T00:00:00Z'}");

        assertThat(client.get("/v1/products?" + query).ids()).hasSize(hits);
    }

    @Test
    void filtersEveryResourceByItsAccount() {
        for (ResourceType type : Schema.all()) {
            assertThat(client.get("/v1/" + type.name() + "?filter[accountId]=1380")
                            .status())
                    .as(type.name())
                    .isEqualTo(200);
        }
    }

    @Test
    void findsByAReferenceAfterEveryChange() {
        long supplier = client.supplier();
        long first = client.supplierProduct(supplier, client.product());
        long second = client.supplierProduct(supplier, client.product());
        String target = "/v1/supplierProducts?filter[supplierId]=" + supplier;

        assertThat(client.get(target).ids()).containsExactly(first, second);
        client.delete("/v1/supplierProducts/" + first);
        assertThat(client.get(target).ids()).containsExactly(second);
        client.delete("/v1/supplierProducts/" + second);
        assertThat(client.get(target).ids()).isEmpty();
    }

    @Test
    void sortsBySeveralKeys() {
        long b = client.product("b");
        long a = client.product("a");
        client.clock.goOn(Duration.ofSeconds(5));
        long later = client.product("a");

        assertThat(client.get("/v1/products?sort=name,-createdAt").ids()).containsExactly(later, a, b);
        assertThat(client.get("/v1/products?sort=-updatedAt").ids()).containsExactly(later, b, a);
        assertThat(client.get("/v1/products?sort=-id").ids()).containsExactly(later, a, b);
    }

    @Test
    void listsWhatIsRelated() {
        long order = client.buyOrder(client.supplier());
        long other = client.buyOrder(client.supplier());
        long product = client.product();
        long line = client.buyOrderLine(order, product);
        client.buyOrderLine(other, product);

        Client.Answer lines = client.get("/v1/buyOrders/" + order + "/buyOrderLines?page[limit]=100&sort=id");
        assertThat(lines.ids()).containsExactly(line);
        assertThat(lines.json().at("/links/first").asText())
                .isEqualTo("https://api.optiply.com/v1/buyOrders/" + order + "/buyOrderLines?sort=id&page[limit]=100");
        assertThat(client.get("/v1/buyOrders/" + order + "/relationships/buyOrderLines")
                        .json()
                        .at("/data/0"))
                .isEqualTo(Client.object("{'id':'" + line + "','type':'buyOrderLines'}"));
        assertThat(client.get("/v1/buyOrderLines/" + line + "/product").id()).isEqualTo(product);
        assertThat(client.get("/v1/buyOrders/" + order + "/account").id()).isEqualTo(Client.SHOP);
        client.delete("/v1/products/" + product);
        assertThat(client.get("/v1/buyOrderLines/" + line + "/product").text()).isEqualTo("{\"data\":null}");
        assertThat(client.get("/v1/buyOrders/" + order + "/colour").status()).isEqualTo(404);
    }

    @Test
    void showsTheAccountsOfAUserAndNoOthers() {
        OptiplyAccount second = client.simulator.addAccount(77, "Second", Client.CREDENTIALS);
        client.simulator.addAccount(88, "Foreign", new ApiCredentials("other", "s", "other", "p"));
        second.createByUser("products", Client.object("{'name':'x','stockLevel':1,'unlimitedStock':false}"));
        client.product();

        assertThat(client.get("/v1/accounts").ids()).containsExactly(77L, 1380L);
        assertThat(client.get("/v1/products").ids()).hasSize(2);
        assertThat(client.get("/v1/products?filter[accountId]=77").ids()).hasSize(1);
        assertThat(client.get("/v1/products?accountId=77").ids()).hasSize(1);
        assertThat(client.get("/v1/accounts/88").status()).isEqualTo(404);
        assertThat(client.get("/v1/products?accountId=88").json().path("error").asText())
                .isEqualTo("access_denied");
    }

    private List<Long> products(int number) {
        List<Long> ids = new ArrayList<>();
        for (int product = 0; product < number; product++) {
            ids.add(client.product());
        }
        return ids;
    }

    private void post(String attributes) {
        assertThat(client.post("products", attributes).status()).isEqualTo(201);
    }

    private static List<Long> reversed(List<Long> ids) {
        List<Long> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }
}
