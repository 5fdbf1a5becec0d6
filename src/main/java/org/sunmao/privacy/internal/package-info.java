@NullMarked
package org.sunmao.privacy.internal;

import org.jspecify.annotations.NullMarked;
