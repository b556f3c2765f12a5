import IndexStore
import Testing

/// What a USR names, for USRs that the compiler has written.
struct DeclarationPathTests {
    @Test(arguments: [
        ("s:8Dispatch0A9SemaphoreC4waityyF", "Dispatch", "DispatchSemaphore", "wait"),
        ("s:10Foundation6ThreadC5sleep15forTimeIntervalySd_tFZ", "Foundation", "Thread", "sleep"),
        (
            "s:20FoundationEssentials4DataV10contentsOf7optionsAcA3URLVh_AC14ReadingOptionsVtKcfc",
            "FoundationEssentials", "Data", "init"
        ),
        // Extensions of other modules, of protocols too, and generic types.
        (
            "s:Sy20FoundationEssentialsE5write6toFile10atomically8encodingyqd___SbSSAAE8EncodingVtKSyRd__lF", "Swift",
            "StringProtocol", "write"
        ),
        ("s:10Foundation9NSLockingPAAE8withLockyqd__qd__yKXEKlF", "Foundation", "NSLocking", "withLock"),
        ("s:STsE7forEachyyy7ElementQzKXEKF", "Swift", "Sequence", "forEach"),
        ("s:S2ayxGycfc", "Swift", "Array", "init"),
        // Members of extensions with constraints.
        (
            "s:ScT12_Concurrencys5NeverORszACRs_rlE17checkCancellationyyKFZ", "Swift", "Task", "checkCancellation"
        ),
        (
            "s:ScT12_Concurrencys5Error_pRs_rlE4name8priority9operationScTyxsAB_pGSSSg_ScPSgxyYaKYAcntcfc", "Swift",
            "Task", "init"
        ),
        ("s:s6ResultOsRi_zRi0_zrlE3getxyq_YKF", "Swift", "Result", "get"),
        ("s:s8readLine16strippingNewlineSSSgSb_tF", "Swift", nil, "readLine"),
        ("c:@F@usleep", nil, nil, "usleep"), ("c:@F@read#I#*v#k#", nil, nil, "read"),
    ])
    func aFunctionIsNamedAsItIsWritten(usr: String, module: String?, type: String?, name: String) throws {
        let path = try #require(DeclarationPath(function: usr))
        #expect(path.module == module)
        #expect(path.type == type)
        #expect(path.name == name)
    }

    @Test(arguments: ["", "s:", "s:zzzz", "c:@F@", "c:@S@stat", "c:objc(cs)NSLock(im)lock", "s:1s1goiyS2i_SitF", "x"])
    func whatCannotBeWrittenHasNoPath(usr: String) {
        #expect(DeclarationPath(function: usr) == nil)
    }

    @Test func typesAreNamedWithoutTheirModule() throws {
        #expect(DeclarationPath.typeName(usr: "s:8Dispatch0A9SemaphoreC")?.name == "DispatchSemaphore")
        #expect(DeclarationPath.typeName(usr: "s:Sa")?.name == "Array")
        #expect(DeclarationPath.typeName(usr: "c:objc(cs)NSLock") == nil)
    }
}
