import { products } from '#catalogue/tencent/products.ts';
import { listingFaults } from '#resources/listing/faults.ts';

/** Product: one of those that DescribeProducts lists. */
export const productAsked = {
  values: products,
  reasons: { value: listingFaults.productUnknown },
} as const;

/**
 * Scene: 1 asks for the places of those who are on a list of the vendor's, 0 does not. There is no
 * such list here, so both answer the same.
 */
export const sceneAsked = { values: [0, 1], deprecated: true } as const;
