import Testing

/// Steps stand in the order in which the code runs.
struct StepTests {
    @Test func receiverThenArgumentsThenCall() {
        expectSteps("a().b(c(), d: e())", "call a()\ncall c()\ncall e()\ncall a().b(c(), d: e())")
    }

    @Test func theRightSideOfLogicMayNotRun() {
        expectSteps(
            "_ = a() && b() || c() ?? d()",
            "call a()\nbranch\nway:\ncall b()\nway: nothing\nbranch\nway:\ncall c()\nway: nothing\nbranch\nway:\n"
                + "call d()\nway: nothing")
        expectSteps("_ = a ?? b() == c()", "call b()\nway: nothing\ncall c()")
    }

    @Test func assignmentsWriteAfterTheValue() {
        expectSteps("p.x.y = z()", "read %p.x\ncall z()\nwrite %p.x.y\nassign %p.x.y = z()")
        expectSteps("x = z()", "call z()\nwrite x\nassign x = z()")
        expectSteps("p.x += z()", "read %p.x\ncall z()\nwrite %p.x")
        expectSteps("(p.a, b) = z()", "call z()\nwrite %p.a\nwrite b\nassign (%p.a, b) = z()")
        expectSteps("var v = 1\nv = z()", "call z()\nassign %v = z()")
    }

    @Test func elseIfIsABranchInABranchWhenItsConditionDoesSomething() {
        expectSteps(
            "if a() { b() } else if c() { d() } else { e() }",
            "call a()\nbranch\nway:\ncall b()\nway:\ncall c()\nbranch\nway:\ncall d()\nway:\ncall e()")
    }

    @Test func aChainOfPlainConditionsIsOneBranch() {
        expectSteps(
            "if p { b() } else if p { d() }", "branch\nway:\ncall b()\nway:\ncall d()\nway: nothing")
    }

    @Test func deferStandsInAScope() {
        expectSteps(
            "do { a(); defer { b() }; c() }\nd()", "scope\ncall a()\ndefer\ncall b()\ncall c()\ncall d()")
    }

    @Test func loopsHaveConditionAndBody() {
        expectSteps("outer: while a() { continue outer }", "outer: loop while\ncall a()\ndo\ncontinue outer")
        expectSteps("repeat { a() } while b()", "loop repeatWhile\ncall b()\ndo\ncall a()")
        expectSteps("for x in a() where b(x) { c() }", "loop for\ncall a()\ndo\ncall b(%x)\ncall c()")
    }

    @Test func everyClauseOfConditionalCompilationIsRead() {
        expectSteps("#if A\na()\n#elseif B\nb()\n#else\nc()\n#endif", "way:\ncall a()\nway:\ncall b()\nway:\ncall c()")
        expectSteps(
            "p\n#if A\n.a()\n#else\n.b()\n#endif\n.c()",
            "branch\nway:\ncall %p.a()\nway:\ncall %p.b()\nway: nothing\ncall (%p.a() | %p.b()).c()")
        expectSteps("switch p {\n#if A\ncase 1: a()\n#endif\ndefault: b() }", "way:\ncall a()\nway:\ncall b()")
    }

    @Test func doAndCatchAreWays() {
        expectSteps("do { a() } catch { b() }", "branch\nway:\ncall a()\nway:\ncall b()")
        expectSteps("do { a() }", "call a()")
    }

    @Test func ifAndSwitchExpressionsAreChoices() {
        expectSteps(
            "let x = if p { a() } else { b() }\nx.c()", "branch\nway:\ncall a()\nway:\ncall b()\ncall %x.c()")
        expectSteps("return switch p { case 1: a() default: 2 }", "return (a() | 2)")
    }

    @Test func interpolationsRun() {
        expectSteps(#"g("x \(h()) y")"#, "call h()\ncall g((\"x \" + \"\\(…)\"))")
    }

    @Test func anOnlyExpressionIsReturned() {
        expect("func f() -> Int { g() }", gives: "call g()\nreturn g()")
        expect("func f() -> Int { g() }\nfunc h() { i() }", gives: "body 2 function h()\ncall i()")
    }

    @Test func topLevelCodeIsTheFirstBody() {
        expect("let x = a()\nb(x)", gives: "body 0 top level\ncall a()\nread x\ncall b(x)")
        expect("let x = try await a()", gives: "body 0 top level async\ncall a() await! try")
        expect("let x = a()", gives: "body 1 initial value of x\ncall a()")
        #expect(summary(of: "let x = 1").hasTopLevelCode == false)
        #expect(summary(of: "#if A\nf()\n#endif").hasTopLevelCode)
        #expect(summary(of: "#Preview { f() }").hasTopLevelCode == false)
    }
}
