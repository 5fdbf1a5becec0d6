@NullMarked
package org.sunmao.journal.internal;

import org.jspecify.annotations.NullMarked;
