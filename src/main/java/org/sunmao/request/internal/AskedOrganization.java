package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.request.internal.AnswerStore.Asked;
import org.sunmao.request.internal.RequestView.RequestOrganization;

import java.time.LocalDate;
import java.util.List;

/** An organization that is asked, and what it answered last. */
record AskedOrganization(
        RequestOrganization organization,
        String state,
        String stateName,
        @Nullable List<String> values,
        @Nullable LocalDate on,
        @Nullable String by) {

    static AskedOrganization of(Asked asked, Period period, LocalDate day) {
        var answer = asked.answer();
        var state = AnswersView.state(period, answer != null, day);
        return new AskedOrganization(
                new RequestOrganization(asked.organization(), asked.name()),
                state,
                AnswersView.stateName(state),
                answer == null ? null : answer.values(),
                answer == null ? null : answer.on(),
                answer == null ? null : answer.name());
    }
}
