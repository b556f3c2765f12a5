/// The text of `docs/junit.xsd`, so that the command can validate anywhere. A test keeps the two equal.
enum JUnitSchema {
    static let document: StaticString = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
          <xs:annotation>
            <xs:documentation xml:lang="en">
              The JUnit XML that unblock writes and that `unblock report validate` accepts.

              There is no official schema. This one describes what CI services read: the attributes that the public
              schemas know, and beyond them `file` and `line` on test cases, which annotations on pull requests need.
              Both profiles of unblock are valid under it; a report of the strict profile is also valid under the
              schemas of Jenkins and of Ant.
            </xs:documentation>
          </xs:annotation>

          <xs:element name="testsuites" type="Report"/>
          <xs:element name="testsuite" type="Suite"/>

          <xs:complexType name="Report">
            <xs:sequence>
              <xs:element name="properties" type="Properties" minOccurs="0"/>
              <xs:element name="testsuite" type="Suite" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
            <xs:attribute name="name" type="xs:string"/>
            <xs:attribute name="tests" type="Count"/>
            <xs:attribute name="failures" type="Count"/>
            <xs:attribute name="errors" type="Count"/>
            <xs:attribute name="skipped" type="Count"/>
            <xs:attribute name="disabled" type="Count"/>
            <xs:attribute name="assertions" type="Count"/>
            <xs:attribute name="time" type="Seconds"/>
            <xs:attribute name="timestamp" type="Moment"/>
          </xs:complexType>

          <!-- unblock: one suite per source file. -->
          <xs:complexType name="Suite">
            <xs:sequence>
              <xs:element name="properties" type="Properties" minOccurs="0"/>
              <xs:choice minOccurs="0" maxOccurs="unbounded">
                <xs:element name="testcase" type="Case"/>
                <xs:element name="testsuite" type="Suite"/>
              </xs:choice>
              <xs:element name="system-out" type="xs:string" minOccurs="0"/>
              <xs:element name="system-err" type="xs:string" minOccurs="0"/>
            </xs:sequence>
            <xs:attribute name="name" type="Name" use="required"/>
            <xs:attribute name="tests" type="Count" use="required"/>
            <xs:attribute name="failures" type="Count" use="required"/>
            <xs:attribute name="errors" type="Count" use="required"/>
            <xs:attribute name="skipped" type="Count"/>
            <xs:attribute name="disabled" type="Count"/>
            <xs:attribute name="assertions" type="Count"/>
            <xs:attribute name="time" type="Seconds"/>
            <xs:attribute name="timestamp" type="Moment"/>
            <xs:attribute name="hostname" type="xs:string"/>
            <xs:attribute name="package" type="xs:string"/>
            <xs:attribute name="id" type="xs:string"/>
            <xs:attribute name="file" type="xs:string"/>
            <xs:attribute name="group" type="xs:string"/>
            <xs:attribute name="log" type="xs:string"/>
            <xs:attribute name="url" type="xs:string"/>
            <xs:attribute name="version" type="xs:string"/>
          </xs:complexType>

          <!-- unblock: one case per finding, or one that passes for a file without findings. -->
          <xs:complexType name="Case">
            <xs:sequence>
              <xs:element name="properties" type="Properties" minOccurs="0"/>
              <xs:choice minOccurs="0" maxOccurs="unbounded">
                <xs:element name="failure" type="Result"/>
                <xs:element name="error" type="Result"/>
                <xs:element name="skipped" type="Result"/>
                <xs:element name="system-out" type="xs:string"/>
                <xs:element name="system-err" type="xs:string"/>
              </xs:choice>
            </xs:sequence>
            <xs:attribute name="name" type="Name" use="required"/>
            <xs:attribute name="classname" type="xs:string"/>
            <xs:attribute name="time" type="Seconds"/>
            <xs:attribute name="file" type="xs:string"/>
            <xs:attribute name="line" type="xs:positiveInteger"/>
            <xs:attribute name="group" type="xs:string"/>
            <xs:attribute name="assertions" type="Count"/>
            <xs:attribute name="status" type="xs:string"/>
          </xs:complexType>

          <!-- The message is one line; the text repeats it with the place, the evidence path and what to do. -->
          <xs:complexType name="Result">
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="type" type="xs:string"/>
                <xs:attribute name="message" type="xs:string"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>

          <xs:complexType name="Properties">
            <xs:sequence>
              <xs:element name="property" minOccurs="0" maxOccurs="unbounded">
                <xs:complexType>
                  <xs:simpleContent>
                    <xs:extension base="xs:string">
                      <xs:attribute name="name" type="Name" use="required"/>
                      <xs:attribute name="value" type="xs:string"/>
                    </xs:extension>
                  </xs:simpleContent>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>

          <xs:simpleType name="Name">
            <xs:restriction base="xs:string">
              <xs:minLength value="1"/>
            </xs:restriction>
          </xs:simpleType>

          <xs:simpleType name="Count">
            <xs:restriction base="xs:nonNegativeInteger"/>
          </xs:simpleType>

          <!-- Digits and at most one dot: readers do not know exponents. -->
          <xs:simpleType name="Seconds">
            <xs:restriction base="xs:string">
              <xs:pattern value="[0-9][0-9,]*(\.[0-9]*)?"/>
            </xs:restriction>
          </xs:simpleType>

          <xs:simpleType name="Moment">
            <xs:restriction base="xs:dateTime"/>
          </xs:simpleType>
        </xs:schema>
        """#
}
