package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.picqer.ProductId;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the products that orders name.
 *
 * @param references a product that is not in it was not read yet
 * @param prices for lines that have none of their own
 * @param composed the products that are in Optiply with their composition, which is when at least one of their parts
 *     is (mapping.md, "Composed products")
 */
public record OrderedProducts(Map<ProductId, Reference> references, ProductPrices prices, Set<ProductId> composed) {

    Reference reference(ProductId product) {
        return references.getOrDefault(product, new Reference.Missing());
    }

    boolean isComposed(ProductId product) {
        return composed.contains(product);
    }
}
