// Reads records of an Avro topic with Confluent's deserializer, and writes one as JSON a line to standard output.
// node read.mjs BROKERS SCHEMA_REGISTRY TOPIC COUNT
import { AvroDeserializer, SchemaRegistryClient, SerdeType } from "@confluentinc/schemaregistry";
import kafkajs from "kafkajs";

const [brokers, registry, topic, count] = process.argv.slice(2);
const client = new SchemaRegistryClient({ baseURLs: [registry] });
const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {});
const kafka = new kafkajs.Kafka({ brokers: brokers.split(","), logLevel: kafkajs.logLevel.ERROR });
const consumer = kafka.consumer({ groupId: "node", readUncommitted: false });

const plain = (key, value) => (typeof value === "bigint" ? value.toString() : value);
let left = Number(count);

await consumer.connect();
await consumer.subscribe({ topics: [topic], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    if (left-- > 0) {
      console.log(JSON.stringify(await deserializer.deserialize(topic, message.value), plain));
    }
    if (left === 0) {
      setImmediate(() => consumer.disconnect().then(() => process.exit(0)));
    }
  },
});
