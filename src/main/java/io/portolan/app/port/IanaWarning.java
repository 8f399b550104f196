package io.portolan.app.port;

/** The note with which IANA heads its port registry: what an assignment does not mean. */
final class IanaWarning {
    /** The registry whose page begins with the note. */
    static final String SOURCE = "IANA, Service Name and Transport Protocol Port Number Registry";

    /** The registry's page. */
    static final String PAGE = "https://www.iana.org/assignments/service-names-port-numbers";

    /** Word for word; the frame of asterisks around it is left out. */
    static final String TEXT =
            "PLEASE NOTE THE FOLLOWING: ASSIGNMENT OF A PORT NUMBER DOES NOT IN ANY WAY IMPLY AN ENDORSEMENT OF AN"
                    + " APPLICATION OR PRODUCT, AND THE FACT THAT NETWORK TRAFFIC IS FLOWING TO OR FROM A REGISTERED PORT"
                    + " DOES NOT MEAN THAT IT IS \"GOOD\" TRAFFIC, NOR THAT IT NECESSARILY CORRESPONDS TO THE ASSIGNED"
                    + " SERVICE. FIREWALL AND SYSTEM ADMINISTRATORS SHOULD CHOOSE HOW TO CONFIGURE THEIR SYSTEMS BASED ON"
                    + " THEIR KNOWLEDGE OF THE TRAFFIC IN QUESTION, NOT WHETHER THERE IS A PORT NUMBER REGISTERED OR NOT.";

    private IanaWarning() {}
}
