package np.saathi.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;

import np.saathi.dev.junit.ProductClasses;
import np.saathi.ivr.dialogue.Dialogue;

/** Every dialogue is where {@link Dialogues} finds it, so that each is measured and stands in the call map. */
class DialogueRulesTests {
    @Test
    void dialoguesAreConstantsOrMadeByStaticMethodsThatReturnThem() {
        assertThat(ProductClasses.ALL.stream().filter(type -> type.getPackageName().equals("np.saathi.ivr"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getPackageName().equals("np.saathi.ivr.dialogue"))
                .filter(call -> call.getTarget().resolveMember().filter(JavaMethod.class::isInstance)
                        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                        .filter(method -> !method.getName().equals("askAgain")).isPresent())
                .filter(call -> !isWhereTheyAreFound(call.getOrigin()))).isEmpty();
    }

    private static boolean isWhereTheyAreFound(JavaCodeUnit maker) {
        return maker.getName().equals("<clinit>") || maker.getModifiers().contains(JavaModifier.STATIC)
                && maker.getRawReturnType().getPackageName().equals(Dialogue.class.getPackageName());
    }

    @Test
    void flowsKeepNoDialogueButAsConstants() {
        assertThat(Dialogues.flows().filter(type -> type != SpokenBack.class)
                .flatMap(type -> java.util.Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Dialogue.class.isAssignableFrom(field.getType())
                        && !Modifier.isStatic(field.getModifiers())))
                .isEmpty();
    }

    @Test
    void whatIsMadeOfSomethingIsFoundToo() {
        assertThat(Dialogues.all()).extracting(named -> named.flow().getSimpleName() + "." + named.name()).contains(
                "CallbackFlow.SAFE", "PersonKeys.removing", "SpokenBack.isRight", "LanguageChoice.among",
                "ReportQuestions.RISK", "ReportFlow.due", "CallerFlow.MENU");
    }
}
