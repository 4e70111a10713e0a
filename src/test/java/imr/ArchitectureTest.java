package imr;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** Which package may know which, each rule with its reason. */
@AnalyzeClasses(packages = "imr", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] STAGES = {
        "imr.letter..", "imr.guideline..", "imr.ledger..", "imr.outcome..", "imr.spike.."
    };

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("types")
            .definedBy("imr.avro..")
            .layer("reference")
            .definedBy("imr.reference..")
            .layer("serde")
            .definedBy("imr.serde..")
            .layer("config")
            .definedBy("imr.config..")
            .layer("names")
            .definedBy("imr.names..")
            .layer("commit")
            .definedBy("imr.commit..")
            .layer("stages")
            .definedBy(STAGES)
            .layer("pipeline")
            .definedBy("imr.pipeline..")
            .layer("runtime")
            .definedBy("imr.runtime..")
            .layer("app")
            .definedBy("imr.app..")
            .layer("dev")
            .definedBy("imr.dev..")
            .layer("cli")
            .definedBy("imr.cli..")
            .layer("main")
            .definedBy("imr")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("dev")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("dev", "cli")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("app", "dev", "cli")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("runtime", "app", "dev", "cli")
            .whereLayer("commit")
            .mayOnlyBeAccessedByLayers("stages")
            .whereLayer("stages")
            .mayOnlyBeAccessedByLayers("pipeline", "runtime", "app", "dev", "cli")
            .because("a reader who starts at the bottom must never need what lies above");

    @ArchTest
    static final ArchRule stagesAreIslands = slices().matching("imr.(letter|guideline|ledger|outcome)..")
            .should()
            .notDependOnEachOther()
            .because("a stage is to be understood, tested and replaced by itself; only the pipeline joins them");

    @ArchTest
    static final ArchRule pureLogicKnowsNoKafka = noClasses()
            .that(resideInAnyPackage(STAGES)
                    .and(not(nestedIn(simpleNameEndingWith("Stage").or(simpleNameEndingWith("Store"))))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because(
                    "the logic of a stage is tested without Kafka; only *Stage classes, and *Store where a stage has a store"
                            + " of its own kind, tie it to Kafka Streams");

    @ArchTest
    static final ArchRule pureLogicNeedsLittle = classes()
            .that(resideInAnyPackage(STAGES)
                    .and(not(nestedIn(simpleNameEndingWith("Stage").or(simpleNameEndingWith("Store"))))))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "imr.avro..",
                    "imr.reference..",
                    "imr.letter..",
                    "imr.guideline..",
                    "imr.ledger..",
                    "imr.outcome..",
                    "imr.spike..",
                    "org.apache.commons.statistics..",
                    "com.dynatrace.hash4j.hashing..",
                    "org.apache.avro..",
                    "org.jspecify..",
                    "com.google.errorprone.annotations.."))
            .because(
                    "the logic of a stage sees the Avro types, the vocabulary, the JDK, commons-statistics and a hash, nothing else");

    @ArchTest
    static final ArchRule commandLineStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("imr.cli..", "imr")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("the program must run without a command line, in tests and in the demo");

    @ArchTest
    static final ArchRule brokerIsForDevelopment = noClasses()
            .that()
            .resideOutsideOfPackage("imr.dev..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kafka..",
                    "org.apache.kafka.server..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka.raft..",
                    "org.apache.kafka.storage..",
                    "org.apache.kafka.controller..")
            .because("a production image carries no broker");

    @ArchTest
    static final ArchRule rocksDbIsTunedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("imr.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.rocksdb..")
            .because("native memory is bounded in one place");

    @ArchTest
    static final ArchRule internalsOfKafkaStreamsAreKnownInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("imr.commit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.streams.processor.internals..", "org.apache.kafka.streams.state.internals..")
            .because("what may change with any release of Kafka has to be found at once");

    @ArchTest
    static final ArchRule jsonStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("imr.cli..", "imr.serde..", "imr.dev..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because(
                    "inside, the Avro types are the only form of the data; the registry and manifests of dev speak JSON");

    @ArchTest
    static final ArchRule stagesHaveNoClockAndNoDice = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .accessTargetWhere(JavaAccess.Predicates.target(new DescribedPredicate<>("a clock") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.AccessTarget target) {
                    return target.getName().equals("now")
                            || target.getName().equals("currentTimeMillis")
                            || target.getName().equals("nanoTime")
                            || target.getName().equals("currentSystemTimeMs");
                }
            }))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class, Clock.class)
            .because("the same letters give the same outcomes on every replay");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage("imr.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output is data and belongs to the verb that runs");

    @ArchTest
    static final ArchRule onlyMainExits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("imr.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("the exit code is decided in one place");

    @ArchTest
    static final ArchRule lettersAreNotLogged = noClasses()
            .that()
            .resideInAPackage("imr.letter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..")
            .because("medical text is private");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("imr.(*)..").should().beFreeOfCycles().because("packages in a cycle are one package");

    /** The class itself or the one it is nested in. */
    private static DescribedPredicate<JavaClass> nestedIn(DescribedPredicate<? super JavaClass> outer) {
        return new DescribedPredicate<>("is or is nested in a class with " + outer.getDescription()) {
            @Override
            public boolean test(JavaClass type) {
                JavaClass top = type;
                while (top.getEnclosingClass().isPresent()) {
                    top = top.getEnclosingClass().get();
                }
                return outer.test(top);
            }
        };
    }
}
