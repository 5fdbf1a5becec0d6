@NullMarked
package org.sunmao.register.internal;

import org.jspecify.annotations.NullMarked;
