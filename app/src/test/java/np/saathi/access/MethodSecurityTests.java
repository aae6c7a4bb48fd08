package np.saathi.access;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.web.bind.annotation.RestController;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import np.saathi.dev.web.WebTest;

/** {@link RolesFirst} asks for roles before it comes to this; here it is about the beans themselves. */
@WebTest
class MethodSecurityTests {
    @Autowired
    ApplicationContext house;

    @Test
    void whatIsForARoleAloneIsGuardedHoweverItIsCalled() {
        List<Object> guarded = house.getBeansWithAnnotation(RestController.class).values().stream()
                .filter(controller -> isForARole(AopUtils.getTargetClass(controller))).toList();
        assertThat(guarded).hasSizeGreaterThan(10).allSatisfy(controller -> assertThat(advices(controller))
                .anyMatch(AuthorizationManagerBeforeMethodInterceptor.class::isInstance));
    }

    private static boolean isForARole(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, PreAuthorize.class) || Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> AnnotatedElementUtils.hasAnnotation(method, PreAuthorize.class));
    }

    private static List<Object> advices(Object bean) {
        return bean instanceof Advised proxy
                ? Arrays.stream(proxy.getAdvisors()).<Object>map(advisor -> advisor.getAdvice()).toList()
                : List.of();
    }

    /** They would be read by nobody: see {@link SecurityConfiguration}. */
    @Test
    void noOtherAnnotationOfMethodSecurityIsUsed() {
        noClasses().should()
                .dependOnClassesThat(resideInAPackage("org.springframework.security.access.prepost..")
                        .and(not(type(PreAuthorize.class)))
                        .or(resideInAPackage("org.springframework.security.access.annotation.."))
                        .or(resideInAPackage("jakarta.annotation.security..")))
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("np.saathi"));
    }
}
