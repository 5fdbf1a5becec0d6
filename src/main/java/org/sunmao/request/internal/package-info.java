@NullMarked
package org.sunmao.request.internal;

import org.jspecify.annotations.NullMarked;
