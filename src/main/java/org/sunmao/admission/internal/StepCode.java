package org.sunmao.admission.internal;

import java.util.Arrays;
import java.util.Optional;

/** The steps by the names they have outside the program; never renamed. In their order. */
enum StepCode {
    APPLICATION("application", Gate.APPLICATION, By.PERSON),
    TALK("talk", Gate.APPLICATION, By.BRANCH),
    FIX_ACTIVIST("fix-activist", Gate.ACTIVIST, By.BRANCH),
    FILE_ACTIVIST("file-activist", Gate.ACTIVIST, By.COMMITTEE),
    CONTACTS("contacts", Gate.ACTIVIST, By.BRANCH),
    ASSESS("assess", Gate.ACTIVIST, By.BRANCH),
    LIST_OBJECT("list-object", Gate.OBJECT, By.BRANCH),
    FILE_OBJECT("file-object", Gate.OBJECT, By.COMMITTEE),
    SPONSORS("sponsors", Gate.OBJECT, By.BRANCH),
    REVIEW("review", Gate.OBJECT, By.BRANCH),
    TRAINING("training", Gate.OBJECT, By.COMMITTEE),
    EXAMINE("examine", Gate.ACCEPTANCE, By.BRANCH),
    PRE_EXAMINE("pre-examine", Gate.ACCEPTANCE, By.COMMITTEE),
    FORM("form", Gate.ACCEPTANCE, By.PERSON),
    VOTE("vote", Gate.ACCEPTANCE, By.BRANCH),
    SUBMIT("submit", Gate.ACCEPTANCE, By.BRANCH),
    SUPERIOR_TALK("superior-talk", Gate.ACCEPTANCE, By.COMMITTEE),
    APPROVE("approve", Gate.ACCEPTANCE, By.COMMITTEE),
    FILE_APPROVAL("file-approval", Gate.ACCEPTANCE, By.COUNTY),
    ASSIGN("assign", Gate.PROBATION, By.BRANCH),
    OATH("oath", Gate.PROBATION, By.BRANCH),
    PROBATION_ASSESS("probation-assess", Gate.PROBATION, By.BRANCH),
    CONVERSION_APPLICATION("conversion-application", Gate.PROBATION, By.PERSON),
    CONVERSION_VOTE("conversion-vote", Gate.PROBATION, By.BRANCH),
    CONVERSION_APPROVE("conversion-approve", Gate.PROBATION, By.COMMITTEE),
    ARCHIVE("archive", Gate.PROBATION, By.BRANCH),
    MOVE("move", Gate.BESIDE, By.BRANCH),
    END("end", Gate.BESIDE, By.BRANCH);

    /** Who takes it. */
    enum By {
        PERSON("person", "本人"),
        BRANCH("branch", "党支部"),
        COMMITTEE("committee", "上级党委"),
        COUNTY("county", "再上一级党委组织部门");

        private final String code;
        private final String label;

        By(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        String label() {
            return label;
        }

        static By of(String code) {
            return Arrays.stream(values())
                    .filter(by -> by.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nobody takes steps: " + code));
        }
    }

    /** The five stages on the map; what may happen beside them belongs to none. */
    enum Gate {
        APPLICATION("application", "申请入党"),
        ACTIVIST("activist", "入党积极分子"),
        OBJECT("object", "发展对象"),
        ACCEPTANCE("acceptance", "接收预备党员"),
        PROBATION("probation", "预备党员的教育和转正"),
        BESIDE("beside", "其他");

        private final String code;
        private final String label;

        Gate(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        String label() {
            return label;
        }
    }

    private final String code;
    private final Gate gate;
    private final By by;

    StepCode(String code, Gate gate, By by) {
        this.code = code;
        this.gate = gate;
        this.by = by;
    }

    String code() {
        return code;
    }

    Gate gate() {
        return gate;
    }

    By by() {
        return by;
    }

    static Optional<StepCode> find(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }

    static StepCode of(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("no step: " + code));
    }

    /** Under which name a step of the process is kept. */
    static StepCode of(Step step) {
        return switch (step) {
            case Step.Talk _ -> TALK;
            case Step.FixActivist _ -> FIX_ACTIVIST;
            case Step.FileActivist _ -> FILE_ACTIVIST;
            case Step.NameContacts _ -> CONTACTS;
            case Step.Assess _ -> ASSESS;
            case Step.ListObject _ -> LIST_OBJECT;
            case Step.FileObject _ -> FILE_OBJECT;
            case Step.NameSponsors _ -> SPONSORS;
            case Step.Review _ -> REVIEW;
            case Step.Train _ -> TRAINING;
            case Step.Examine _ -> EXAMINE;
            case Step.PreExamine _ -> PRE_EXAMINE;
            case Step.FillForm _ -> FORM;
            case Step.Vote _ -> VOTE;
            case Step.Submit _ -> SUBMIT;
            case Step.SuperiorTalk _ -> SUPERIOR_TALK;
            case Step.Approve _ -> APPROVE;
            case Step.FileApproval _ -> FILE_APPROVAL;
            case Step.Assign _ -> ASSIGN;
            case Step.Swear _ -> OATH;
            case Step.AssessProbation _ -> PROBATION_ASSESS;
            case Step.ApplyConversion _ -> CONVERSION_APPLICATION;
            case Step.VoteConversion _ -> CONVERSION_VOTE;
            case Step.ApproveConversion _ -> CONVERSION_APPROVE;
            case Step.Archive _ -> ARCHIVE;
            case Step.Move _ -> MOVE;
            case Step.End _ -> END;
        };
    }
}
