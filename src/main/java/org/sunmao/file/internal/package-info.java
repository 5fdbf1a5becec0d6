@NullMarked
package org.sunmao.file.internal;

import org.jspecify.annotations.NullMarked;
