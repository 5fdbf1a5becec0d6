@NullMarked
package org.sunmao.exchange.internal;

import org.jspecify.annotations.NullMarked;
