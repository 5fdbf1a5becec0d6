@NullMarked
package org.sunmao.web.internal;

import org.jspecify.annotations.NullMarked;
