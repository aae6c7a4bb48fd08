package np.saathi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The house's walls. */
class ModularityTests {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("np.saathi");

    @Test
    void modulesKnowOnlyThoseBelowThem() {
        ApplicationModules.of(SaathiApplication.class).verify();
    }

    @Test
    void onlyTheAdapterKnowsAsteriskJava() {
        noClasses().that().resideOutsideOfPackage("np.saathi.telephony.asterisk..").should().dependOnClassesThat()
                .resideInAPackage("org.asteriskjava..").check(HOUSE);
    }

    /** A redirect gives a running script a false hang-up; people are moved by a variable and a kick. */
    @Test
    void nobodyRedirectsAChannel() {
        noClasses().should().dependOnClassesThat().haveSimpleNameEndingWith("RedirectAction").orShould()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates
                        .target(com.tngtech.archunit.core.domain.properties.HasName.Predicates
                                .nameStartingWith("redirect")))
                .check(HOUSE);
    }

    @Test
    void repositoriesStayInTheirPackage() {
        ArchRuleDefinition.classes().that().areAssignableTo(Repository.class).should().bePackagePrivate().check(HOUSE);
    }
}
