/** The running house for tests: one application on one real PostgreSQL, shared by all of them. */
@NullMarked
package org.sunmao.house;

import org.jspecify.annotations.NullMarked;
