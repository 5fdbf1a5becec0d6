@NullMarked
package org.sunmao.member.internal;

import org.jspecify.annotations.NullMarked;
