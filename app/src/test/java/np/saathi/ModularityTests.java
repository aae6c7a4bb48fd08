package np.saathi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import np.saathi.dev.junit.ProductClasses;
import np.saathi.dev.web.ModuleTest;

/** The house's walls. It shares Modulith's view of them with module tests, which is made once and not by two at a time. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(ModuleTest.LANE)
class ModularityTests {
    @Test
    void modulesKnowOnlyThoseBelowThem() {
        ApplicationModules.of(SaathiApplication.class).verify();
    }

    @Test
    void onlyTheAdapterKnowsAsteriskJava() {
        noClasses().that().resideOutsideOfPackage("np.saathi.telephony.asterisk..").should().dependOnClassesThat()
                .resideInAPackage("org.asteriskjava..").check(ProductClasses.ALL);
    }

    /** A redirect gives a running script a false hang-up; people are moved by a variable and a kick. */
    @Test
    void nobodyRedirectsAChannel() {
        noClasses().should().dependOnClassesThat().haveSimpleNameEndingWith("RedirectAction").orShould()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates
                        .target(com.tngtech.archunit.core.domain.properties.HasName.Predicates
                                .nameStartingWith("redirect")))
                .check(ProductClasses.ALL);
    }

    @Test
    void repositoriesStayInTheirPackage() {
        ArchRuleDefinition.classes().that().areAssignableTo(Repository.class).should().bePackagePrivate()
                .check(ProductClasses.ALL);
    }
}
