@NullMarked
package org.sunmao.meeting.internal;

import org.jspecify.annotations.NullMarked;
