package clientportal.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.net.IDN;
import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules, for the modules that are packages under a root. */
final class Architecture {
  private static final String PLATFORM = "platform";
  private static final String ACCESS = "access";
  private static final String DELIVERY = "delivery";
  private static final String UPLOADS = "uploads";
  private static final Set<String> KERNELS = Set.of(PLATFORM, ACCESS, DELIVERY, UPLOADS);
  private static final Pattern ADAPTER_OR_WIRING =
      Pattern.compile("(DynamoDb|S3|Ses|Sns|Cognito)\\w*|\\w+Module");
  private static final Pattern GENERATED = Pattern.compile("Jte\\w+Generated");

  private final String root;

  Architecture(String root) {
    this.root = root;
  }

  ArchRule featuresKnowNoOtherFeature() {
    return classes()
        .that(areFeatures())
        .should(knowOfThePortalOnly(KERNELS))
        .because("a feature is changed, packed and deployed without a look at the others");
  }

  ArchRule accessKnowsNoFeature() {
    return classes()
        .that(areIn(ACCESS))
        .should(knowOfThePortalOnly(Set.of(PLATFORM)))
        .because("every feature is built on the shared kernel");
  }

  ArchRule deliveryKnowsNoFeature() {
    return classes()
        .that(areIn(DELIVERY))
        .should(knowOfThePortalOnly(Set.of(PLATFORM, ACCESS)))
        .because("whatever notifies somebody is built on it");
  }

  ArchRule uploadsKnowNoFeature() {
    return classes()
        .that(areIn(UPLOADS))
        .should(knowOfThePortalOnly(Set.of(PLATFORM, ACCESS)))
        .because("whatever keeps files in the bucket is built on it");
  }

  ArchRule platformKnowsNobody() {
    return classes()
        .that(areIn(PLATFORM))
        .should(knowOfThePortalOnly(Set.of()))
        .because("the technical kernel is the same whatever the product is");
  }

  ArchRule decisionsArePlain() {
    return classes()
        .that()
        .resideInAPackage(root + ".access.decision..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".access.decision..", root + ".access.ids..", "java..", "org.jspecify..")
        .because("access is decided from values alone, and can be tested on them");
  }

  ArchRule awsIsBehindAdapters() {
    return noClasses()
        .that(mayNotKnowAws())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .because("a use case must not know the technology: adapters carry its name, modules wire");
  }

  ArchRule onlyHandlersArePublic() {
    return classes()
        .that(areFeatures())
        .and(areInTheModulesOwnPackage())
        .and(arePublic())
        .should()
        .haveSimpleNameEndingWith("Handler")
        .because(
            "Lambda needs the handlers, and nothing else needs a type of a feature; a package"
                + " below it is public to the feature alone");
  }

  ArchRule packagesAreFreeOfCycles() {
    return slices()
        .assignedFrom(new PackagesUnder(root))
        .should()
        .beFreeOfCycles()
        .because("packages in layers can be read, tested and moved one by one");
  }

  /** Each package under a root is a slice of its own. */
  private record PackagesUnder(String root) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return name.startsWith(root + ".") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages under " + root;
    }
  }

  ArchRule handlersExtendNothing() {
    return classes()
        .that(areHandlers())
        .should(extendNothing())
        .because("a reader finds all that a handler does in it and in what it calls");
  }

  ArchRule handlersAreGivenNothingLater() {
    return fields()
        .that()
        .areDeclaredInClassesThat(areHandlers())
        .should()
        .beFinal()
        .because("a constructor wires a handler whole; nothing is injected into its fields");
  }

  ArchRule namesSayWhat() {
    return noClasses()
        .should()
        .haveNameMatching(".*[a-z](Impl|Util|Utils|Helper|Manager|Dao|Service)(\\$.*)?")
        .because("such a name does not say what the class does");
  }

  ArchRule nobodyReflects() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .orShould()
        .accessTargetWhere(target("Class.forName", access -> is(access, Class.class, "forName")))
        .because("what is wired by reflection is found by no search, and it slows every start");
  }

  ArchRule environmentIsGiven() {
    return noClasses()
        .that(areNotTheRuntimeContext())
        .should()
        .accessTargetWhere(target("System.getenv", access -> is(access, System.class, "getenv")))
        .because("many functions run in one JVM locally, each with an environment of its own");
  }

  ArchRule ownVariablesAreRequired() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".platform..")
        .should()
        .accessTargetWhere(
            target(
                "a variable that may be missing, or all of them",
                access ->
                    access.getTargetOwner().getName().equals(root + ".platform.Environment")
                        && Set.of("optional", "values").contains(access.getTarget().getName())))
        .because("a function fails at its start and names the variable that is missing");
  }

  ArchRule timeIsGiven() {
    return noClasses()
        .that(areNotTheRuntimeContext())
        .should()
        .accessTargetWhere(target("the machine's clock", Architecture::readsTheClock))
        .because("the stack's clock can be moved, and tests have one that is stopped");
  }

  ArchRule nothingRandomIsInASnapshot() {
    return classes()
        .should(keepNothingRandom())
        .andShould(drawNothingRandomWhileTheyAreMade())
        .because("each copy of a snapshot would go on with the same numbers");
  }

  ArchRule domainsAreConvertedInOnePlace() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(IDN.class)
        .because("the JDK's IDN makes one domain of two; access.ids.DomainName does not");
  }

  ArchRule queriesAreReadOn() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".platform.table..")
        .should()
        .accessTargetWhere(
            target(
                "a page as the table gives it",
                access ->
                    access.getTargetOwner().getName().equals(root + ".platform.table.Table")
                        && access.getTarget().getName().equals("query")))
        .because(
            "it may be short or empty and go on: Table.page, first, pages and all read on, and a"
                + " reader that does not takes a part for all");
  }

  ArchRule packagesAreNullMarked() {
    return classes().should(resideInANullMarkedPackage()).because("NullAway looks at nothing else");
  }

  private static boolean readsTheClock(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    boolean now =
        owner.getPackageName().startsWith("java.time")
            && name.equals("now")
            && !access.getTarget().getFullName().contains(Clock.class.getName());
    boolean clock = owner.isEquivalentTo(Clock.class) && name.startsWith("system");
    boolean date = access.getTarget().getFullName().equals(Date.class.getName() + ".<init>()");
    return now || clock || date || is(access, System.class, "currentTimeMillis");
  }

  private static boolean is(JavaAccess<?> access, Class<?> owner, String name) {
    return access.getTargetOwner().isEquivalentTo(owner)
        && access.getTarget().getName().equals(name);
  }

  private static DescribedPredicate<JavaAccess<?>> target(
      String description, Predicate<JavaAccess<?>> predicate) {
    return describe("the target is " + description, predicate);
  }

  /** {@code firms}, of a class in {@code <root>.firms} or below; empty outside the root. */
  String module(JavaClass type) {
    String name = type.getPackageName() + ".";
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    return below.substring(0, Math.max(0, below.indexOf('.')));
  }

  private DescribedPredicate<JavaClass> areIn(String module) {
    return describe("are in " + module, type -> module(type).equals(module));
  }

  private DescribedPredicate<JavaClass> areFeatures() {
    return describe(
        "are of a feature", type -> !module(type).isEmpty() && !KERNELS.contains(module(type)));
  }

  private DescribedPredicate<JavaClass> areInTheModulesOwnPackage() {
    return describe(
        "are in the module's own package",
        type -> type.getPackageName().equals(root + "." + module(type)));
  }

  private static DescribedPredicate<JavaClass> areHandlers() {
    return describe(
        "are handlers", type -> type.getSimpleName().endsWith("Handler") && !type.isInterface());
  }

  private DescribedPredicate<JavaClass> areNotTheRuntimeContext() {
    return describe(
        "are not RuntimeContext",
        type -> !type.getName().equals(root + ".platform.RuntimeContext"));
  }

  private DescribedPredicate<JavaClass> mayNotKnowAws() {
    return describe(
        "are neither of platform.aws nor an adapter nor a module's wiring",
        type ->
            !type.getPackageName().equals(root + ".platform.aws")
                && !(areFeatures().or(areIn(UPLOADS)).test(type)
                    && ADAPTER_OR_WIRING.matcher(outermost(type).getSimpleName()).matches()));
  }

  /** A class is as visible as the classes around it. */
  private static DescribedPredicate<JavaClass> arePublic() {
    return describe(
        "are public and written by hand",
        type ->
            !GENERATED.matcher(outermost(type).getSimpleName()).matches()
                && isPublic(Optional.of(type)));
  }

  private static boolean isPublic(Optional<JavaClass> type) {
    return type.map(each ->
            each.getModifiers().contains(JavaModifier.PUBLIC) && isPublic(each.getEnclosingClass()))
        .orElse(true);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Architecture::outermost).orElse(type);
  }

  private ArchCondition<JavaClass> knowOfThePortalOnly(Set<String> known) {
    return condition(
        "know of the portal only their own module" + (known.isEmpty() ? "" : " and " + known),
        (type, events) ->
            type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> {
                  String target = module(dependency.getTargetClass().getBaseComponentType());
                  return !target.isEmpty()
                      && !target.equals(module(type))
                      && !known.contains(target);
                })
                .forEach(dependency ->
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()))));
  }

  private static ArchCondition<JavaClass> extendNothing() {
    return condition(
        "extend nothing, beyond what a record is",
        (type, events) ->
            type.getRawSuperclass()
                .filter(parent ->
                    !parent.isEquivalentTo(Object.class) && !parent.isEquivalentTo(Record.class))
                .ifPresent(parent ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " extends " + parent.getName()))));
  }

  private static ArchCondition<JavaClass> keepNothingRandom() {
    return condition(
        "have no field that is a source of random numbers",
        (type, events) ->
            type.getFields().stream()
                .filter(field -> field.getRawType().isAssignableTo(RandomGenerator.class))
                .forEach(field ->
                    events.add(SimpleConditionEvent.violated(type, field.getDescription()))));
  }

  /** Follows the calls of constructors and initializers, but not into what lambdas do later. */
  private static ArchCondition<JavaClass> drawNothingRandomWhileTheyAreMade() {
    return condition(
        "draw nothing random in an initializer or constructor",
        (type, events) ->
            Stream.concat(type.getConstructors().stream(), type.getStaticInitializer().stream())
                .filter(made -> drawsRandom(made, new HashSet<>()))
                .forEach(made ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, made.getDescription() + " draws random numbers"))));
  }

  private static boolean drawsRandom(JavaCodeUnit caller, Set<JavaCodeUnit> seen) {
    return seen.add(caller)
        && caller.getCallsFromSelf().stream()
            .filter(call -> !call.isDeclaredInLambda())
            .anyMatch(call ->
                isRandom(call)
                    || call.getTarget()
                        .resolveMember()
                        .filter(called -> drawsRandom(called, seen))
                        .isPresent());
  }

  private static boolean isRandom(JavaAccess<?> access) {
    return access.getTargetOwner().isAssignableTo(RandomGenerator.class)
        || is(access, UUID.class, "randomUUID")
        || is(access, Math.class, "random")
        || is(access, Collections.class, "shuffle");
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return condition(
        "reside in a package that is @NullMarked",
        (type, events) -> {
          if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
            events.add(
                SimpleConditionEvent.violated(type, type.getName() + " is in no such package"));
          }
        });
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, ConditionEvents> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, events);
      }
    };
  }
}
