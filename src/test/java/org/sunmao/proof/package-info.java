/** Proofs over all routes: who reaches what, and what no input brings about. */
@NullMarked
package org.sunmao.proof;

import org.jspecify.annotations.NullMarked;
