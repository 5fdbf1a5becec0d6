@NullMarked
package org.sunmao.vault.internal;

import org.jspecify.annotations.NullMarked;
