package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Catalogue.Entry;
import org.sunmao.admission.internal.Catalogue.Field;
import org.sunmao.admission.internal.CatalogueView.CatalogueField;
import org.sunmao.admission.internal.CatalogueView.CatalogueOption;
import org.sunmao.admission.internal.CatalogueView.CataloguePaper;
import org.sunmao.admission.internal.CatalogueView.CatalogueStep;
import org.sunmao.rules.Rulebook;

import java.time.LocalDate;
import java.util.UUID;

/** The catalogue as it holds for one organization on one day. */
@Component
class CatalogueViews {

    private final Catalogue catalogue;
    private final MapViews maps;
    private final Rulebook rulebook;

    CatalogueViews(Catalogue catalogue, MapViews maps, Rulebook rulebook) {
        this.catalogue = catalogue;
        this.maps = maps;
        this.rulebook = rulebook;
    }

    CatalogueView of(LocalDate day, UUID organization) {
        var scheme = catalogue.scheme(day, organization);
        return new CatalogueView(
                scheme.name(),
                !scheme.official(),
                catalogue.entries().stream()
                        .map(one -> step(one, scheme, day, organization))
                        .toList());
    }

    private CatalogueStep step(Entry one, Scheme scheme, LocalDate day, UUID organization) {
        return new CatalogueStep(
                one.code(),
                scheme.number(one.code()),
                one.title(),
                scheme.gate(one),
                one.by().code(),
                one.byName(),
                one.rules().stream().map(id -> maps.rule(id, day, organization)).toList(),
                one.rules().stream()
                        .map(id -> rulebook.rule(id, day, organization).told())
                        .toList(),
                catalogue.told(one.says(), day, organization),
                one.template(),
                one.example(),
                one.votes(),
                one.papers().stream()
                        .map(
                                paper ->
                                        new CataloguePaper(
                                                paper.code(),
                                                paper.title(),
                                                paper.kept(),
                                                paper.printed()))
                        .toList(),
                one.fields().stream().map(field -> field(field, day, organization)).toList());
    }

    private CatalogueField field(Field field, LocalDate day, @Nullable UUID organization) {
        return new CatalogueField(
                field.key(),
                field.label(),
                field.kind().code(),
                field.required(),
                field.options().stream()
                        .map(option -> new CatalogueOption(option.code(), option.label()))
                        .toList(),
                catalogue.told(field.hint(), day, organization),
                field.max());
    }
}
