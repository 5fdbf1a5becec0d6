@NullMarked
package org.sunmao.message.internal;

import org.jspecify.annotations.NullMarked;
