import Testing

/// What an `await` says about the calls and reads to its right.
struct AwaitTests {
    @Test func anOnlyCallMustBeTheAsynchronousOne() {
        expectSteps("await gate.wait()", "read gate await?\ncall gate.wait() await!")
        expectSteps("await a.b.c()", "read a await?\nread a.b await?\ncall a.b.c() await!")
    }

    @Test func anOnlyReadMustBeTheAsynchronousOne() {
        expectSteps("_ = await p.value", "read %p.value await!")
        expectSteps("_ = await p.a.value", "read %p.a await?\nread %p.a.value await?")
    }

    @Test func severalCallsShareAnAwait() {
        expectSteps("try await foo(bar())", "call bar() await? try\ncall foo(bar()) await? try")
    }

    @Test func subscriptsAreNoCalls() {
        expectSteps("await p[0].a()", "index %p[0] await?\ncall %p[0].a() await!")
        expectSteps("_ = await p[0].value", "index %p[0] await?\nread %p[0].value await?")
    }

    @Test func anAwaitCoversTheRestOfTheSequence() {
        expectSteps("let x = await a() + b()", "call a() await?\ncall b() await?")
        expectSteps("p.x = await a() + b()", "call a() await?\ncall b() await?")
        expectSteps("let x = try c ? a() : b()", "call a() try\nway:\ncall b() try")
    }

    @Test func anAwaitDoesNotCoverWhatStandsLeftOfIt() {
        expectSteps("let x = a() ? await b() : c()", "call a()\nbranch\nway:\ncall b() await!\nway:\ncall c()")
    }

    @Test func anAwaitDoesNotReachIntoClosures() {
        expect("func f() async { await g { h() } }", gives: "call g({2}) await!")
        expect("func f() async { await g { h() } }", gives: "call h()\nreturn h()")
    }

    @Test func theInnerAwaitTakesItsOwn() {
        expectSteps("await a(await b())", "call b() await!\ncall a(b()) await!")
    }

    @Test func awaitingALocalIsASuspension() {
        expectSteps("async let x = g()\n_ = await x", "suspension")
    }

    @Test func anAsyncLetIsABodyOfItsOwn() {
        expect(
            "func f() { async let x = g(h()) }",
            gives: "body 2 async let in 1 async\ncall h() await?\ncall g(h()) await?")
        expect("func f() { async let x = g() }", gives: "body 1 function f() async")
    }

    @Test func anAwaitMakesItsBodyAsynchronous() {
        expect("let x = { await g() }", gives: "body 2 closure property x in 1 async")
        expect("func f() { x { for await i in s {} } }", gives: "body 2 closure argument 0 of x in 1 async")
        expect("func f() { x { y { await g() } } }", gives: "body 2 closure argument 0 of x in 1")
    }

    @Test func asynchronousLoopsSuspendInEachRound() {
        expectSteps("for try await x in s() { x.a() }", "loop forAwait\ncall s()\ndo\nsuspension\ncall %x.a()")
    }
}
