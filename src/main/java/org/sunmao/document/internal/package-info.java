@NullMarked
package org.sunmao.document.internal;

import org.jspecify.annotations.NullMarked;
