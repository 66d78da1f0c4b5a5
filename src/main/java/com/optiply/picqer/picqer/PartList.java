package com.optiply.picqer.picqer;

import java.util.List;

/**
 * The parts of one composed product, each once.
 *
 * @param isWhole whether every row says which part it is about. Only then does the absence of a part mean that it was
 *     taken away
 */
public record PartList(List<Row<PicqerPart>> rows, boolean isWhole) {}
