@NullMarked
package org.sunmao.code.internal;

import org.jspecify.annotations.NullMarked;
